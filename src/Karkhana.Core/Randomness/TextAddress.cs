namespace Karkhana.Core.Randomness;

/// <summary>The address of draws that belong to something with a name, so that others that are added move no draw of it.</summary>
/// <remarks>FNV-1a over the UTF-16 units of the text, without the sign. Source: Fowler, Noll &amp; Vo, FNV hash, 32 bits.</remarks>
public static class TextAddress
{
    /// <summary>Gives the address of a name.</summary>
    /// <param name="text">The name.</param>
    /// <returns>From 0 to 2^31 − 1.</returns>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        uint hash = 2166136261;
        foreach (char letter in text)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (int)(hash & int.MaxValue);
    }
}
