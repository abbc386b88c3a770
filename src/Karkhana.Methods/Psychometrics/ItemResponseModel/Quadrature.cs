namespace Karkhana.Methods.Psychometrics;

/// <summary>How the latent variable is integrated out.</summary>
public enum Quadrature
{
    /// <summary>Equally spaced nodes, weighted by the normalised normal density.</summary>
    EquallySpaced,

    /// <summary>Gauss–Hermite nodes and weights of the standard normal distribution.</summary>
    GaussHermite,
}
