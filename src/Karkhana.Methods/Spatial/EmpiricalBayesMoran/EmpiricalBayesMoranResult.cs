using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>Moran's I of standardised rates, and the rates drawn to their mean.</summary>
/// <param name="Ids">The ids of the units.</param>
/// <param name="Estimate">The index; NaN when the rates do not vary or no unit has a neighbour.</param>
/// <param name="PriorVariance">a, the variance of the true rates, zero or greater.</param>
/// <param name="PriorMean">b, the rate of all units together.</param>
/// <param name="Raw">The rate of each unit.</param>
/// <param name="Smoothed">The rate of each unit drawn to the mean, the more the smaller its population.</param>
/// <param name="Notes">Islands, and why a number is not defined.</param>
/// <param name="Provenance">What made it.</param>
public sealed record EmpiricalBayesMoranResult(
    IReadOnlyList<string> Ids,
    double Estimate,
    double PriorVariance,
    double PriorMean,
    IReadOnlyList<double> Raw,
    IReadOnlyList<double> Smoothed,
    IReadOnlyList<Note> Notes,
    Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("estimate", Estimate).Scalar("a", PriorVariance).Scalar("b", PriorMean)
        .Vector("unit", Ids).Vector("raw", Raw).Vector("smoothed", Smoothed);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "empirical_bayes_moran",
        Column.Of("unit", Ids, "Unit", "Id of the unit."),
        Column.Of("raw", Raw, "Rate", "share", "Cases over population."),
        Column.Of("smoothed", Smoothed, "Smoothed rate", "share", "Drawn to the rate of all units.", recommended: true),
        Column.Of("estimate", Ids.Select(_ => Estimate), "Index", "", "Moran's I of the standardised rates of all units."));
}
