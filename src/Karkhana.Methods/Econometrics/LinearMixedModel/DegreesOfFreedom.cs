namespace Karkhana.Methods.Econometrics;

/// <summary>The degrees of freedom of the tests of a mixed model's coefficients.</summary>
public enum DegreesOfFreedom
{
    /// <summary>Those at which a chi-square has the variance of the squared standard error (Satterthwaite).</summary>
    Satterthwaite,

    /// <summary>The same with the expected information of the variances, and standard errors that allow for their
    /// estimation (Kenward and Roger); restricted likelihood, up to 1,000 coefficients that differ between groups.</summary>
    KenwardRoger,

    /// <summary>Infinite: the normal distribution, for many groups.</summary>
    Normal,
}
