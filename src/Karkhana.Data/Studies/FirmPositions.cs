namespace Karkhana.Data.Studies;

/// <summary>Where each firm stands in the register.</summary>
internal static class FirmPositions
{
    /// <summary>Gives the position of each id; the first where an id comes twice, which the register reports.</summary>
    public static Dictionary<string, int> Of(IReadOnlyList<string> firmIds)
    {
        Dictionary<string, int> positions = new(firmIds.Count, StringComparer.Ordinal);
        for (int i = 0; i < firmIds.Count; i++)
        {
            positions.TryAdd(firmIds[i], i);
        }

        return positions;
    }
}
