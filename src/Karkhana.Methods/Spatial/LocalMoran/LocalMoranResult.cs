using Karkhana.Core.Inference;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>Local Moran of each unit.</summary>
public sealed record LocalMoranResult : IMeasureResult
{
    // What is left of a variance that is 0 but for rounding (every arrangement gives the same value).
    private const double LeastVariance = 1e-14;

    private readonly double[] _estimates;
    private readonly double[] _expectations;
    private readonly double[] _variances;
    private readonly double[] _z;
    private readonly double[] _pValues;
    private readonly LocalQuadrant[] _quadrants;

    internal LocalMoranResult(int units)
    {
        _estimates = new double[units];
        _expectations = new double[units];
        _variances = new double[units];
        _z = new double[units];
        _pValues = new double[units];
        _quadrants = new LocalQuadrant[units];
    }

    /// <summary>Gets the ids of the units.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>Gets which moments the test used.</summary>
    public required LocalMoments Moments { get; init; }

    /// <summary>Gets I_i; NaN when not defined.</summary>
    public IReadOnlyList<double> Estimates => _estimates;

    /// <summary>Gets the expectation of each.</summary>
    public IReadOnlyList<double> Expectations => _expectations;

    /// <summary>Gets the variance of each.</summary>
    public IReadOnlyList<double> Variances => _variances;

    /// <summary>Gets (I_i − E)/√Var; NaN where the variance is 0.</summary>
    public IReadOnlyList<double> Z => _z;

    /// <summary>Gets the normal p-values.</summary>
    public IReadOnlyList<double> PValues => _pValues;

    /// <summary>Gets the quadrant of each unit.</summary>
    public IReadOnlyList<LocalQuadrant> Quadrants => _quadrants;

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("unit", Units)
        .Vector("estimate", Estimates)
        .Vector("expectation", Expectations)
        .Vector("variance", Variances)
        .Vector("z", Z)
        .Vector("p_value", PValues)
        .Vector("quadrant", Quadrants.Select(LocalQuadrants.Word));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "local_moran",
        Column.Of("unit", Units, "Unit", "Id of the unit."),
        Column.Of("estimate", Estimates, "Local Moran", "", "Above the expectation: like its neighbours.", recommended: true),
        Column.Of("expectation", Expectations, "Expectation", "", "Under the null."),
        Column.Of("variance", Variances, "Variance", "", "Under the null."),
        Column.Of("z", Z, "z", "", "Standard deviations from the expectation."),
        Column.Of("p_value", PValues, "p", "", "Normal p-value, not corrected for the number of units."),
        Column.Of("quadrant", Quadrants.Select(LocalQuadrants.Word), "Quadrant", "The unit first, then its neighbours."),
        Column.Of("moments", Units.Select(_ => (string?)Words.Of(Moments)), "Moments", "Which arrangements the moments average over."));

    /// <summary>Leaves a unit without a value.</summary>
    internal void Leave(int unit) =>
        _estimates[unit] = _expectations[unit] = _variances[unit] = _z[unit] = _pValues[unit] = double.NaN;

    /// <summary>Sets what was computed for a unit.</summary>
    internal void Set(
        int unit, double estimate, double expectation, double variance, LocalQuadrant quadrant, Alternative alternative)
    {
        _estimates[unit] = estimate;
        _expectations[unit] = expectation;
        _variances[unit] = variance;
        _quadrants[unit] = quadrant;
        double least = LeastVariance * ((estimate * estimate) + (expectation * expectation));
        _z[unit] = variance > least ? (estimate - expectation) / Math.Sqrt(variance) : double.NaN;
        _pValues[unit] = NormalTail.PValue(_z[unit], alternative);
    }
}
