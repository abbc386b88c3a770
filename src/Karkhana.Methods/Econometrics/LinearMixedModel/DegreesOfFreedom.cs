namespace Karkhana.Methods.Econometrics;

/// <summary>The degrees of freedom of the tests of a mixed model's coefficients.</summary>
public enum DegreesOfFreedom
{
    /// <summary>Those at which a chi-square has the variance of the squared standard error (Satterthwaite).</summary>
    Satterthwaite,

    /// <summary>Infinite: the normal distribution, for many groups.</summary>
    Normal,
}
