namespace Karkhana.Methods.Experiments;

/// <summary>The shapes of diffusion.</summary>
public enum DiffusionCurve
{
    /// <summary>Bass: p, q, m.</summary>
    Bass,

    /// <summary>Bass in steps of one period: p, q, m.</summary>
    BassDiscrete,

    /// <summary>Logistic: m, a, b.</summary>
    Logistic,

    /// <summary>Gompertz: m, a, b.</summary>
    Gompertz,
}
