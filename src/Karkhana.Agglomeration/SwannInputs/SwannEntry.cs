namespace Karkhana.Agglomeration;

/// <summary>The row of one place, industry and period in the entry model.</summary>
/// <param name="Place">The place.</param>
/// <param name="Industry">The industry.</param>
/// <param name="After">The year after whose end the period begins.</param>
/// <param name="Until">The last year of the period.</param>
/// <param name="Entries">Firms founded in the period.</param>
/// <param name="Own">Workers of the firms of the industry that stood there when the period began.</param>
/// <param name="Other">Workers of those of other industries.</param>
public sealed record SwannEntry(
    string Place, string Industry, int After, int Until, int Entries, double Own, double Other);
