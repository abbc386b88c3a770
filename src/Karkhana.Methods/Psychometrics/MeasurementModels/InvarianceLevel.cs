namespace Karkhana.Methods.Psychometrics;

/// <summary>What is held equal over groups; each level holds what the ones before it hold.</summary>
public enum InvarianceLevel
{
    /// <summary>The same items belong to the same constructs.</summary>
    Configural,

    /// <summary>Loadings are equal.</summary>
    Metric,

    /// <summary>Intercepts are equal too.</summary>
    Scalar,

    /// <summary>Residual variances are equal too.</summary>
    Strict,
}
