using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Indirect and direct parts of an association by value of a moderator.</summary>
public sealed record ModeratedMediationResult : IMeasureResult
{
    /// <summary>Gets the values of the moderator.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Gets the index, the indirect part at each value, the direct part at each value, in this order.</summary>
    public required EffectTable Table { get; init; }

    /// <summary>Gets the values of the moderator at which the direct part differs from 0.</summary>
    public required JohnsonNeymanRegion Region { get; init; }

    /// <summary>Gets the share of the rows whose moderator lies in the region.</summary>
    public required double ShareInRegion { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("index", Table.Estimates[0])
        .Scalar("index_std_error", Table.StandardErrors[0])
        .Scalar("index_low", Table.ConfidenceLow[0])
        .Scalar("index_high", Table.ConfidenceHigh[0])
        .Vector("value", Values)
        .Vector("indirect", Indirect(Table.Estimates))
        .Vector("indirect_low", Indirect(Table.ConfidenceLow))
        .Vector("indirect_high", Indirect(Table.ConfidenceHigh))
        .Vector("direct", Direct(Table.Estimates))
        .Vector("direct_low", Direct(Table.ConfidenceLow))
        .Vector("direct_high", Direct(Table.ConfidenceHigh))
        .Scalar("region", Region.Kind.ToString().ToLowerInvariant())
        .Scalar("region_low", Region.Low)
        .Scalar("region_high", Region.High)
        .Scalar("share_in_region", ShareInRegion);

    /// <inheritdoc/>
    public Table ToTable() => Karkhana.Core.Tables.Table.Of(
        "moderated_mediation",
        Column.Of("value", Values, "Moderator", "", "Value of the moderator."),
        Column.Of("indirect", Indirect(Table.Estimates), "Indirect", "", "Part along the mediator at this value.", recommended: true),
        Column.Of("indirect_low", Indirect(Table.ConfidenceLow), "Indirect from", "", "Lower confidence limit."),
        Column.Of("indirect_high", Indirect(Table.ConfidenceHigh), "Indirect to", "", "Upper confidence limit."),
        Column.Of("direct", Direct(Table.Estimates), "Direct", "", "Part past the mediator at this value."),
        Column.Of("direct_low", Direct(Table.ConfidenceLow), "Direct from", "", "Lower confidence limit."),
        Column.Of("direct_high", Direct(Table.ConfidenceHigh), "Direct to", "", "Upper confidence limit."),
        Column.Of("in_region", Values.Select(Region.Holds), "Differs from 0", "Whether the direct part differs from 0 at this value."));

    private IEnumerable<double> Indirect(IReadOnlyList<double> all) => all.Skip(1).Take(Values.Count);

    private IEnumerable<double> Direct(IReadOnlyList<double> all) => all.Skip(1 + Values.Count);
}
