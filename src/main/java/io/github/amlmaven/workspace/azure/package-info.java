/**
 * Azure Machine Learning as a place that runs pipelines: Resource Manager for resources, blob storage for what is uploaded, Entra ID for who
 * asks. The door is {@link io.github.amlmaven.workspace.azure.AzureWorkspace}, which is opened with a {@link
 * io.github.amlmaven.workspace.azure.Connection}. Bodies pass through as JSON trees, so that a field that nobody here knows is kept.
 */
@NullMarked
package io.github.amlmaven.workspace.azure;

import org.jspecify.annotations.NullMarked;
