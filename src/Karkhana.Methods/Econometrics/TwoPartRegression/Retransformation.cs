namespace Karkhana.Methods.Econometrics;

/// <summary>How the mean of an amount is got from the mean of its logarithm.</summary>
public enum Retransformation
{
    /// <summary>Times the mean of the exponentials of the residuals.</summary>
    Smearing,

    /// <summary>Times exp(σ²/2), as for normal residuals.</summary>
    Normal,
}
