namespace Karkhana.Methods.Spatial;

/// <summary>Takes weighted pairs; a struct, so that the loop over pairs is compiled for it.</summary>
internal interface IPairSink
{
    /// <summary>Begins the pairs of one reference place.</summary>
    /// <param name="place">The place.</param>
    void Begin(int place);

    /// <summary>Counts a pair of weight 1.</summary>
    /// <param name="squared">The squared distance.</param>
    void Count(double squared);

    /// <summary>Adds a pair.</summary>
    /// <param name="squared">The squared distance.</param>
    /// <param name="weight">The weight.</param>
    void Add(double squared, double weight);
}
