namespace Karkhana.CollectiveEfficiency;

/// <summary>One indicator of an index, from 0 to 1.</summary>
/// <param name="Part">The part of the index that it belongs to.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Reference">The construct, item or kind of tie.</param>
/// <param name="Weight">Its weight within the part, above zero.</param>
/// <param name="Inverted">Whether a high value means little of the part.</param>
public sealed record ConceptIndicator(string Part, IndicatorKind Kind, string Reference, double Weight = 1, bool Inverted = false)
{
    /// <summary>Gets what would have to be asked to measure it.</summary>
    public string Needs => Kind switch
    {
        IndicatorKind.Construct => $"an item of the construct {Reference} with a closed scale",
        IndicatorKind.Item => $"the item {Reference}",
        IndicatorKind.AboveZero => $"the item {Reference}",
        IndicatorKind.ShareOfTies => $"ties of the kind {Reference} and of another kind",
        _ => $"ties of the kind {Reference}",
    };
}
