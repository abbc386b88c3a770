namespace Karkhana.Learning;

/// <summary>What a firm has, times what its place is like: is the association of the one stronger where there is more of the other?</summary>
/// <param name="Within">A term of the firm; its deviation from the mean of the place enters.</param>
/// <param name="Between">A term whose mean over the place enters, less the mean over all firms.</param>
public sealed record CrossLevelProduct(string Within, string Between);
