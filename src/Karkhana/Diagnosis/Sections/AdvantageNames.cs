namespace Karkhana.Diagnosis.Sections;

/// <summary>Names of advantages as a report writes them; an id alone says little to a reader.</summary>
internal static class AdvantageNames
{
    /// <summary>Gives the name with the id, as within a sentence; the id alone where the matrix does not have it.</summary>
    public static string NameOf(string advantage, Findings findings) =>
        findings.Matrix.Rows.FirstOrDefault(row => row.Id == advantage) is { } row ? $"{row.Name.ToLowerInvariant()} ({advantage})" : advantage;
}
