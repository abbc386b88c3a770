namespace Karkhana.Methods.Econometrics;

/// <summary>How the amount is modelled where there is any.</summary>
public enum AmountModel
{
    /// <summary>Least squares of the logarithm of the amount.</summary>
    LogLinear,

    /// <summary>Gamma quasi-likelihood with log link: the mean of the amount itself.</summary>
    Gamma,
}
