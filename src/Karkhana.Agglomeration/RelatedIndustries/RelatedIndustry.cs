namespace Karkhana.Agglomeration;

/// <summary>An industry in its group.</summary>
/// <param name="Industry">The industry.</param>
/// <param name="Establishments">How many there are.</param>
/// <param name="Group">The number of its group, from 1.</param>
/// <param name="Within">Its mean similarity with the rest of the group; NaN when it is alone.</param>
/// <param name="BestOutside">The highest mean similarity with another group; NaN when there is none.</param>
/// <param name="BestOutsideGroup">The number of that group; 0 when there is none.</param>
public sealed record RelatedIndustry(
    string Industry, int Establishments, int Group, double Within, double BestOutside, int BestOutsideGroup);
