using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>A box of inputs in which outcomes of interest are frequent, and how it was found.</summary>
public sealed record PatientRuleInductionResult : IMeasureResult
{
    /// <summary>Gets the share of all cases in each box of the trajectory.</summary>
    public required IReadOnlyList<double> Masses { get; init; }

    /// <summary>Gets the share of the cases of interest that each box holds.</summary>
    public required IReadOnlyList<double> Coverages { get; init; }

    /// <summary>Gets the share of the cases in each box that are of interest.</summary>
    public required IReadOnlyList<double> Densities { get; init; }

    /// <summary>Gets the number of inputs that each box restricts.</summary>
    public required IReadOnlyList<int> RestrictedInputs { get; init; }

    /// <summary>Gets the step of the trajectory that was chosen.</summary>
    public required int ChosenStep { get; init; }

    /// <summary>Gets what the chosen box asks of each input.</summary>
    public required IReadOnlyList<BoxLimit> Limits { get; init; }

    /// <summary>Gets the share of all cases in the chosen box, after pasting.</summary>
    public required double Mass { get; init; }

    /// <summary>Gets the share of the cases of interest that it holds.</summary>
    public required double Coverage { get; init; }

    /// <summary>Gets the share of its cases that are of interest, with limits.</summary>
    public required (double Estimate, double Low, double High) Density { get; init; }

    /// <summary>Gets the density among cases that the search did not see, with limits; NaN without samples.</summary>
    public required (double Estimate, double Low, double High) DensityOutside { get; init; }

    /// <summary>Gets the coverage of cases that the search did not see, with limits; NaN without samples.</summary>
    public required (double Estimate, double Low, double High) CoverageOutside { get; init; }

    /// <summary>Gets whether each case lies in the chosen box.</summary>
    public required IReadOnlyList<bool> Inside { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private IEnumerable<int> Steps => Enumerable.Range(0, Masses.Count);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("variable", Limits.Select(limit => limit.Input))
        .Vector("restricted_share", Limits.Select(limit => limit.RestrictedShare))
        .Vector("restricted", Limits.Select(limit => limit.Restricted ? 1 : 0))
        .Vector("lower", Limits.Select(limit => limit.Low))
        .Vector("upper", Limits.Select(limit => limit.High))
        .Vector("categories", Limits.Select(Kept))
        .Vector("qp_lower", Limits.Select(limit => limit.QuasiPLow))
        .Vector("qp_upper", Limits.Select(limit => limit.QuasiPHigh))
        .Vector("qp", Limits.Select(limit => limit.QuasiP))
        .Scalar("chosen_step", ChosenStep)
        .Scalar("mass", Mass)
        .Scalar("coverage", Coverage)
        .Scalar("density", Density.Estimate)
        .Scalar("density_low", Density.Low)
        .Scalar("density_high", Density.High)
        .Scalar("density_unseen", DensityOutside.Estimate)
        .Scalar("density_unseen_low", DensityOutside.Low)
        .Scalar("density_unseen_high", DensityOutside.High)
        .Scalar("coverage_unseen", CoverageOutside.Estimate)
        .Scalar("coverage_unseen_low", CoverageOutside.Low)
        .Scalar("coverage_unseen_high", CoverageOutside.High)
        .Vector("step", Steps)
        .Vector("step_mass", Masses)
        .Vector("step_coverage", Coverages)
        .Vector("step_density", Densities)
        .Vector("step_restricted", RestrictedInputs);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "patient_rule_induction",
        Column.Of("variable", Limits.Select(limit => limit.Input), "Input", "Input of the model."),
        Column.Of("restricted", Limits.Select(limit => limit.Restricted), "Restricted", "Whether the box asks anything of the input."),
        Column.Of("lower", Limits.Select(limit => limit.Low), "From", "", "Lower limit; the least value where there is none."),
        Column.Of("upper", Limits.Select(limit => limit.High), "To", "", "Upper limit; the greatest value where there is none."),
        Column.Of("categories", Limits.Select(Kept), "Categories", "Categories that are left."),
        Column.Of("qp", Limits.Select(limit => limit.QuasiP), "qp", "", "Quasi-p-value of what the box asks of the input."),
        Column.Of("restricted_share", Limits.Select(limit => limit.RestrictedShare), "Reproduced", "share",
            "Share of bootstrap samples that restrict the input.", recommended: true),
        Column.Of("coverage", Limits.Select(_ => Coverage), "Coverage", "share", "Share of the cases of interest in the box."),
        Column.Of("density", Limits.Select(_ => Density.Estimate), "Density", "share", "Share of the cases in the box that are of interest."),
        Column.Of("density_unseen", Limits.Select(_ => DensityOutside.Estimate), "Density, unseen", "share", "The same among cases that the search did not see."));

    private static string? Kept(BoxLimit limit) => limit.Categories.Count == 0 ? null : string.Join(" | ", limit.Categories);
}
