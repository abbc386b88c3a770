namespace Karkhana.Methods.Psychometrics;

/// <summary>How a correlation with a latent normal variable is estimated.</summary>
public enum LatentCorrelationMethod
{
    /// <summary>Thresholds from the margins first, then the correlation.</summary>
    TwoStep,

    /// <summary>Thresholds and correlation together, with a standard error.</summary>
    MaximumLikelihood,
}
