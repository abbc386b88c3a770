using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Reliability of the sum of items with given loadings.</summary>
public sealed record CompositeReliabilityResult : IMeasureResult
{
    private readonly CongenericReliability _reliability;

    internal CompositeReliabilityResult(CongenericReliability reliability, Provenance provenance) =>
        (_reliability, Provenance) = (reliability, provenance);

    /// <summary>Gets (Σl)²/((Σl)² + Σt).</summary>
    public double Omega => _reliability.Omega;

    /// <summary>Gets the mean squared standardised loading.</summary>
    public double AverageVarianceExtracted => _reliability.AverageVarianceExtracted;

    /// <summary>Gets omega of the standardised solution.</summary>
    public double CompositeReliability => _reliability.CompositeReliability;

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public Provenance Provenance { get; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("omega", Omega)
        .Scalar("average_variance_extracted", AverageVarianceExtracted)
        .Scalar("composite_reliability", CompositeReliability);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "composite_reliability",
        Column.Of("term", new[] { "omega", "average_variance_extracted", "composite_reliability" }, "Statistic", "What it is."),
        Column.Of(
            "estimate", new[] { Omega, AverageVarianceExtracted, CompositeReliability }, "Estimate", "share",
            "Share of variance, in the model.", recommended: true));
}
