namespace Karkhana.Data.Surveys;

/// <summary>One item of the item bank: what a codebook says of it, and what a form needs besides.</summary>
/// <param name="Item">The item as a codebook would hold it.</param>
/// <param name="Anchors">The name of the set of anchors, <c>capability</c>; empty when answers are plain
/// numbers.</param>
/// <param name="AppliesTo">The firms that the item is put to: <c>firms with hired workers</c>; empty for all.</param>
/// <param name="Version">The version of the bank in which the item last changed.</param>
public sealed record BankItem(SurveyItem Item, string Anchors, string AppliesTo, int Version);
