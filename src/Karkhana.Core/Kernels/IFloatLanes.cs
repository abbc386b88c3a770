namespace Karkhana.Core.Kernels;

/// <summary>A few single-precision numbers that are computed side by side; one kernel serves every width.</summary>
/// <remarks>Each operation is rounded on its own (no fused multiply-add), so that every width gives the same
/// bits.</remarks>
/// <typeparam name="TSelf">The implementing type.</typeparam>
internal interface IFloatLanes<TSelf>
    where TSelf : struct, IFloatLanes<TSelf>
{
    /// <summary>Gets the number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Gets whole numbers of zero in every lane.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>Puts one number into every lane.</summary>
    static abstract TSelf Spread(float value);

    /// <summary>Gives the squared distances between a place and the points that begin at two addresses.</summary>
    static abstract TSelf Squared(TSelf placeX, TSelf placeY, ref float x, ref float y);

    /// <summary>Writes the lesser of distance and ceiling, cut to a whole number, for two lots of squared
    /// distances.</summary>
    static abstract void StoreRoots(TSelf first, TSelf second, TSelf ceiling, ref ushort target);

    /// <summary>Adds one in every lane whose squared distance is at most the limit; counts are whole
    /// numbers.</summary>
    static abstract TSelf CountUpTo(TSelf counts, TSelf squared, TSelf limit);

    /// <summary>Adds up the whole numbers of the lanes.</summary>
    static abstract long Total(TSelf counts);
}
