namespace Karkhana.Methods.Psychometrics;

/// <summary>What an estimated parameter of an item response model is.</summary>
public enum ParameterTermKind
{
    /// <summary>The slope of an item, or of all items.</summary>
    Slope,

    /// <summary>A threshold of an item.</summary>
    Threshold,

    /// <summary>The guessing chance of an item.</summary>
    Guessing,

    /// <summary>The latent mean of a group.</summary>
    Mean,

    /// <summary>A coefficient of the latent regression.</summary>
    Coefficient,

    /// <summary>The latent variance of a group, given the covariates.</summary>
    Variance,
}
