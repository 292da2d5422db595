"""What the steps of the taxi fare pipeline share."""
