using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>What a study with a given design can find.</summary>
public sealed record SimulatedPowerResult : IMeasureResult
{
    /// <summary>Gets the coefficients, in standard deviations of the outcome per unit of exposure.</summary>
    public required IReadOnlyList<double> Effects { get; init; }

    /// <summary>Gets the share of simulated studies that find each coefficient.</summary>
    public required IReadOnlyList<double> Power { get; init; }

    /// <summary>Gets the lower limits of the shares, at 95 %.</summary>
    public required IReadOnlyList<double> ConfidenceLow { get; init; }

    /// <summary>Gets the upper limits of the shares, at 95 %.</summary>
    public required IReadOnlyList<double> ConfidenceHigh { get; init; }

    /// <summary>Gets the share of studies that find a coefficient when it is 0.</summary>
    public required double FalsePositives { get; init; }

    /// <summary>Gets the least positive coefficient that is found with the power asked for.</summary>
    public required double LeastEffect { get; init; }

    /// <summary>Gets the rows of the design.</summary>
    public required int Observations { get; init; }

    /// <summary>Gets the clusters of the design; 0 without grouping.</summary>
    public required int Clusters { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("effect", Effects)
        .Vector("power", Power)
        .Vector("conf_low", ConfidenceLow)
        .Vector("conf_high", ConfidenceHigh)
        .Scalar("false_positive_rate", FalsePositives)
        .Scalar("least_effect", LeastEffect)
        .Scalar("n", Observations)
        .Scalar("clusters", Clusters);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "simulated_power",
        Column.Of("effect", Effects, "Coefficient", "SD per unit", "Standard deviations of the outcome per unit of exposure."),
        Column.Of("power", Power, "Power", "share", "Share of simulated studies that find it.", recommended: true),
        Column.Of("conf_low", ConfidenceLow, "Low", "share", "Lower limit of the simulation."),
        Column.Of("conf_high", ConfidenceHigh, "High", "share", "Upper limit of the simulation."),
        Column.Of("false_positive_rate", Effects.Select(_ => FalsePositives), "False positives", "share", "Share of studies that find a coefficient of 0."),
        Column.Of("least_effect", Effects.Select(_ => LeastEffect), "Least coefficient", "SD per unit", "Found with the power asked for."));
}
