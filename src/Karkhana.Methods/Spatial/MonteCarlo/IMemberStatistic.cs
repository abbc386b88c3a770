namespace Karkhana.Methods.Spatial;

/// <summary>A statistic that needs to know only which sites the reference points lie at.</summary>
internal interface IMemberStatistic
{
    /// <summary>Makes the fast way for sets of one size, with what it keeps between draws; for one thread.</summary>
    /// <param name="size">The number of reference points.</param>
    /// <returns>What computes a curve from the positions of the reference points.</returns>
    Func<int[], double[]> ForMembers(int size);
}
