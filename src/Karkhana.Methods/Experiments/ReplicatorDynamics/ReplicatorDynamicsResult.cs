using System.Globalization;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>Market shares at points of time.</summary>
public sealed record ReplicatorDynamicsResult : IMeasureResult
{
    /// <summary>Gets the times.</summary>
    public required IReadOnlyList<double> Times { get; init; }

    /// <summary>Gets the shares of the firms, one row per time.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Shares { get; init; }

    /// <summary>Gets Σ s² at each time.</summary>
    public required IReadOnlyList<double> Herfindahl { get; init; }

    /// <summary>Gets Σ s f at each time.</summary>
    public required IReadOnlyList<double> MeanFitness { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private int Firms => Shares[0].Count;

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Matrix(
            "share",
            Times.Select(ReplicatorDynamics.TimeLabel),
            Enumerable.Range(1, Firms).Select(firm => firm.ToString(CultureInfo.InvariantCulture)),
            [.. Shares.SelectMany(row => row)])
        .Vector("time", Times)
        .Vector("herfindahl", Herfindahl)
        .Vector("mean_fitness", MeanFitness);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "replicator_dynamics",
        Column.Of("time", PerFirm(Times), "Time", "", "Point of time."),
        Column.Of("firm", Times.SelectMany(_ => Enumerable.Range(1, Firms)), "Firm", "", "Number of the firm in the input."),
        Column.Of("share", Shares.SelectMany(row => row), "Share", "", "Share of the market.", recommended: true),
        Column.Of("herfindahl", PerFirm(Herfindahl), "Herfindahl", "", "Sum of squared shares at that time."),
        Column.Of("mean_fitness", PerFirm(MeanFitness), "Mean fitness", "", "Fitness weighted by shares at that time."));

    private IEnumerable<double> PerFirm(IReadOnlyList<double> values) => values.SelectMany(value => Enumerable.Repeat(value, Firms));
}
