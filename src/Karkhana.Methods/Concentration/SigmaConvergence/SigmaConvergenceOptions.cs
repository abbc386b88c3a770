using System.ComponentModel;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on sigma convergence.</summary>
public sealed record SigmaConvergenceOptions
{
    /// <summary>Gets how dispersion is measured.</summary>
    /// <value>Cv unless set.</value>
    [Description("Dispersion: coefficient of variation or standard deviation, divisor n.")]
    public DispersionMeasure Measure { get; init; }

    /// <summary>Gets a value indicating whether logarithms are taken first.</summary>
    /// <value>True unless set.</value>
    [Description("Take logarithms first.")]
    public bool Log { get; init; } = true;
}
