namespace Karkhana.Methods.Psychometrics;

/// <summary>Room for the category probabilities of one item and their derivatives by θ.</summary>
/// <param name="probability">P_c.</param>
/// <param name="first">dP_c/dθ.</param>
/// <param name="second">d²P_c/dθ².</param>
internal readonly ref struct CurveDerivatives(Span<double> probability, Span<double> first, Span<double> second)
{
    /// <summary>Gets P_c.</summary>
    public Span<double> Probability { get; } = probability;

    /// <summary>Gets dP_c/dθ.</summary>
    public Span<double> First { get; } = first;

    /// <summary>Gets d²P_c/dθ².</summary>
    public Span<double> Second { get; } = second;

    /// <summary>Makes room for a number of categories.</summary>
    public static CurveDerivatives Of(int categories) =>
        new(new double[categories], new double[categories], new double[categories]);

    /// <summary>Gives the part that an item with fewer categories needs.</summary>
    public CurveDerivatives Narrow(int categories) =>
        new(Probability[..categories], First[..categories], Second[..categories]);
}
