using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A treatment of clusters, taken apart along a mediator of rows.</summary>
public sealed record MultilevelMediationResult : IMeasureResult
{
    /// <summary>Gets the effects.</summary>
    public required EffectTable Effects { get; init; }

    /// <summary>Gets the number of clusters.</summary>
    public required int Clusters { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Effects(Effects)
        .Scalar("clusters", Clusters);

    /// <inheritdoc/>
    public Table ToTable() => Effects.ToTable("multilevel_mediation");
}
