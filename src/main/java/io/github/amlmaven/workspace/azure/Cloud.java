package io.github.amlmaven.workspace.azure;

import com.azure.core.management.AzureEnvironment;
import java.net.URI;

/** The clouds that Microsoft runs. A private one is told by its endpoint. */
public enum Cloud {
    /** The one that nearly all use. */
    PUBLIC,
    /** For the authorities of the United States. */
    US_GOVERNMENT,
    /** The one in China, run by 21Vianet. */
    CHINA;

    AzureEnvironment environment() {
        return switch (this) {
            case PUBLIC -> AzureEnvironment.AZURE;
            case US_GOVERNMENT -> AzureEnvironment.AZURE_US_GOVERNMENT;
            case CHINA -> AzureEnvironment.AZURE_CHINA;
        };
    }

    /** Where Resource Manager answers: the base of all its URLs. */
    URI endpoint() {
        return URI.create(environment().getResourceManagerEndpoint());
    }

    /** Where Entra ID answers: the base of all its URLs. */
    String authority() {
        return environment().getActiveDirectoryEndpoint();
    }

    /** What a token is for when a job acts in the name of the one who submits it: {@code AML_RESOURCE_ID} in azure-ai-ml 1.35.2. */
    URI machineLearning() {
        return URI.create(
                switch (this) {
                    case PUBLIC -> "https://ml.azure.com";
                    case US_GOVERNMENT -> "https://ml.azure.us";
                    case CHINA -> "https://ml.azure.cn";
                });
    }
}
