namespace Karkhana.Data.Files;

/// <summary>Reads yes and no as tables write them.</summary>
internal static class Flag
{
    /// <summary>Reads a cell.</summary>
    /// <param name="text">The cell.</param>
    /// <returns>Yes, no, or null when it is neither.</returns>
    public static bool? Read(string text) => text.ToLowerInvariant() switch
    {
        "true" or "1" or "yes" or "y" or "t" => true,
        "false" or "0" or "no" or "n" or "f" => false,
        _ => null,
    };
}
