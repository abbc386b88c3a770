namespace Karkhana.Methods.Spatial;

/// <summary>Takes weighted pairs; a struct, so that the loop over pairs is compiled for it.</summary>
internal interface IPairSink
{
    /// <summary>Gets a value indicating whether a pair may be given once, doubled, instead of both ways.</summary>
    bool TakesDoubled { get; }

    /// <summary>Begins the pairs of one reference place.</summary>
    /// <param name="place">The place.</param>
    void Begin(int place);

    /// <summary>Counts pairs.</summary>
    /// <param name="squares">The squared distances.</param>
    /// <param name="times">How often each counts.</param>
    void Count(ReadOnlySpan<double> squares, int times);

    /// <summary>Adds pairs.</summary>
    /// <param name="squares">The squared distances.</param>
    /// <param name="weights">Their weights.</param>
    void Add(ReadOnlySpan<double> squares, ReadOnlySpan<double> weights);
}
