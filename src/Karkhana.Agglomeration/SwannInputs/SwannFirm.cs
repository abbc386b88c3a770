namespace Karkhana.Agglomeration;

/// <summary>The row of one firm in the growth model.</summary>
/// <param name="Firm">Its position in the register.</param>
/// <param name="Workers">Its workers; NaN when missing.</param>
/// <param name="EarlierWorkers">Its workers at the earlier date; NaN when missing.</param>
/// <param name="Own">Workers of other local firms of its industry.</param>
/// <param name="Other">Workers of local firms of other industries.</param>
/// <param name="EarlierOwn">The same at the earlier date; NaN when the register has none.</param>
/// <param name="EarlierOther">The same at the earlier date; NaN when the register has none.</param>
public sealed record SwannFirm(
    int Firm, double Workers, double EarlierWorkers, double Own, double Other, double EarlierOwn, double EarlierOther);
