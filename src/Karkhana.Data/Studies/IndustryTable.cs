namespace Karkhana.Data.Studies;

/// <summary>What the study says of the industries of its register.</summary>
/// <param name="Entries">One per industry, each once.</param>
public sealed record IndustryTable(IReadOnlyList<IndustryEntry> Entries)
{
    private readonly Dictionary<string, IndustryEntry> _byName =
        Entries.ToDictionary(entry => entry.Industry, StringComparer.Ordinal);

    /// <summary>Gives the role of an industry.</summary>
    /// <param name="industry">The industry as the register writes it.</param>
    /// <returns>Its role; none when the study says nothing of it.</returns>
    public IndustryRole RoleOf(string industry) =>
        _byName.TryGetValue(industry, out IndustryEntry? entry) ? entry.Role : IndustryRole.None;

    /// <summary>Finds an industry.</summary>
    /// <param name="industry">The industry as the register writes it.</param>
    /// <returns>Its entry; one without a role, and a group of its own, when the study says nothing of it.</returns>
    public IndustryEntry Of(string industry) => _byName.TryGetValue(industry, out IndustryEntry? entry)
        ? entry
        : new IndustryEntry(industry, industry, IndustryRole.None, "");
}
