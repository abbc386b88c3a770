namespace Karkhana.CollectiveEfficiency;

/// <summary>Tells the ids of agglomeration advantages from other constructs of a codebook.</summary>
internal static class AdvantageIds
{
    /// <summary>Says whether a construct is an advantage: EE, JA or DE with two digits.</summary>
    public static bool IsAdvantage(string construct) =>
        construct.Length == 4
        && construct[..2] is "EE" or "JA" or "DE"
        && char.IsAsciiDigit(construct[2])
        && char.IsAsciiDigit(construct[3]);
}
