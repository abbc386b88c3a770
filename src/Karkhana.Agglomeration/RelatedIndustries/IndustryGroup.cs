namespace Karkhana.Agglomeration;

/// <summary>A group of related industries.</summary>
/// <param name="Group">Its number, from 1.</param>
/// <param name="Industries">Its members in ordinal order.</param>
/// <param name="Establishments">How many they have.</param>
/// <param name="Within">The mean similarity of its pairs; NaN for a single industry.</param>
/// <param name="Between">The mean, over the other groups, of the mean similarity with them; NaN when there is none.</param>
/// <param name="BestOutside">The highest of those; NaN when there is none.</param>
public sealed record IndustryGroup(
    int Group, IReadOnlyList<string> Industries, int Establishments, double Within, double Between, double BestOutside);
