namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>An item of the survey and how its answers spread.</summary>
/// <param name="Id">The id.</param>
/// <param name="Block">The block.</param>
/// <param name="Construct">What it measures.</param>
/// <param name="Scale">F5, L5, M3, C5, Y, N or P.</param>
/// <param name="Minimum">The least answer.</param>
/// <param name="Maximum">The greatest answer, NaN when open.</param>
/// <param name="Label">The wording.</param>
internal sealed record Item(
    string Id, string Block, string Construct, string Scale, double Minimum, double Maximum, string Label)
{
    /// <summary>Gets whether a high answer means little of the construct.</summary>
    public bool Reverse { get; init; }

    /// <summary>Gets the function of the capability matrix.</summary>
    public string Function { get; init; } = "";

    /// <summary>Gets the row of the capability matrix, 0 for other items.</summary>
    public int Complexity { get; init; }

    /// <summary>Gets the share of yes (Y), the median (N, P), or the shift of the mean in standard
    /// deviations.</summary>
    public double Centre { get; init; }

    /// <summary>Gets the spread: log points (N), logits (P), or standard deviation of the answer where it can be
    /// negative.</summary>
    public double Spread { get; init; } = 1;

    /// <summary>Gets the item that counts the whole of which this one counts a part; the centre is then a
    /// share.</summary>
    public string? PartOf { get; init; }

    /// <summary>Gets the right answer of an attention check, null for other items.</summary>
    public double? Expected { get; init; }

    /// <summary>Gets the source of the centre, empty when assumed.</summary>
    public string Source { get; init; } = "";

    /// <summary>Gets whether the answers are ordered steps from minimum to maximum.</summary>
    public bool IsStepped => Scale is "F5" or "L5" or "M3" or "C5" || (Scale == "N" && Maximum <= 5);
}
