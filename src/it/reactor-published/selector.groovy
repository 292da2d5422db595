import io.github.amlmaven.emulator.Azurite

def there = Azurite.hasNode()
if (!there) {
    println 'Skipped: there is no Node.js, which Azurite needs for the blobs.'
}
return there
