using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>The agent number of a firm that begins during a run.</summary>
/// <remarks>
/// Place, quarter and order lie side by side in the bits of a negative number: no two entrants share one, no firm of a study
/// has one, and an entrant more or less elsewhere or before changes none. So entry shifts no draw of any other firm.
/// </remarks>
internal static class EntrantAgent
{
    /// <summary>The entrants that a place can have in a quarter.</summary>
    public const int MostPerQuarter = 31;

    /// <summary>The places that can be told apart.</summary>
    public const int Places = 1 << PlaceBits;

    /// <summary>The quarters that can be told apart.</summary>
    public const int Quarters = 1 << QuarterBits;

    private const int OrderBits = 5;
    private const int PlaceBits = 12;
    private const int QuarterBits = 14;

    public static int Of(int place, int quarter, int order)
    {
        Require.Between(place, 0, Places - 1, nameof(place));
        Require.Between(quarter, 0, Quarters - 1, nameof(quarter));
        Require.Between(order, 0, MostPerQuarter, nameof(order));
        return ~((((quarter << PlaceBits) | place) << OrderBits) | order);
    }
}
