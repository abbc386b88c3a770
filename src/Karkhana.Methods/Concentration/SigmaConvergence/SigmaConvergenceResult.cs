using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>The dispersion of regions in two periods.</summary>
public sealed record SigmaConvergenceResult : IMeasureResult
{
    /// <summary>Gets the dispersion at the start.</summary>
    public required double Start { get; init; }

    /// <summary>Gets the dispersion at the end.</summary>
    public required double End { get; init; }

    /// <summary>Gets start over end; above 1 the regions converged.</summary>
    public required double Ratio { get; init; }

    /// <summary>Gets the F statistic: sample variance at the start over that at the end.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets the degrees of freedom of both variances.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Gets the two-sided p-value of the F test.</summary>
    public required double PValue { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("start", Start)
        .Scalar("end", End)
        .Scalar("ratio", Ratio)
        .Scalar("statistic", Statistic)
        .Scalar("df1", DegreesOfFreedom)
        .Scalar("df2", DegreesOfFreedom)
        .Scalar("p_value", PValue);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "sigma_convergence",
        Column.Of("start", [Start], "Start", "", "Dispersion at the start."),
        Column.Of("end", [End], "End", "", "Dispersion at the end."),
        Column.Of("ratio", [Ratio], "Start / end", "ratio", "Above 1 the regions converged.", recommended: true),
        Column.Of("statistic", [Statistic], "F", "", "Ratio of the sample variances."),
        Column.Of("df", [DegreesOfFreedom], "df", "", "Degrees of freedom of both variances."),
        Column.Of("p_value", [PValue], "p", "", "Two-sided, as if the periods were independent samples."));
}
