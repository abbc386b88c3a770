using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Natural direct and indirect effects in the model.</summary>
public sealed record NaturalEffectsResult : IMeasureResult
{
    /// <summary>Gets the effects.</summary>
    public required EffectTable Effects { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Effects(Effects);

    /// <inheritdoc/>
    public Table ToTable() => Effects.ToTable("natural_effects");
}
