namespace Karkhana.Agglomeration;

/// <summary>The exposure to an advantage at a distance.</summary>
/// <param name="AdvantageId">The advantage.</param>
/// <param name="Kilometres">The distance.</param>
/// <param name="Group">Clustered, dispersed, or all.</param>
/// <param name="Firms">The firms whose exposure is known; null when they are fewer than five.</param>
/// <param name="Mean">Their mean exposure; NaN when they are fewer than five.</param>
/// <param name="RankCorrelation">Spearman's rank correlation, over all firms, with the exposure at the default
/// distance.</param>
public sealed record ExposureSensitivityRow(
    string AdvantageId, double Kilometres, string Group, int? Firms, double Mean, double RankCorrelation);
