using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>The parameters of a diffusion curve; each curve has three of these five.</summary>
public sealed record DiffusionParameters
{
    /// <summary>Gets the rate at which those adopt who copy nobody.</summary>
    /// <value>Above 0, at most 1000; Bass only.</value>
    public double? P { get; init; }

    /// <summary>Gets the rate at which adopters are copied.</summary>
    /// <value>From 0 to 1000; Bass only.</value>
    public double? Q { get; init; }

    /// <summary>Gets how many adopt in the end.</summary>
    /// <value>Above 0.</value>
    public double? M { get; init; }

    /// <summary>Gets the place of the curve.</summary>
    /// <value>Above 0; logistic: those who have not adopted at time 0 over those who have; Gompertz: ln of all over
    /// adopters at time 0.</value>
    public double? A { get; init; }

    /// <summary>Gets the speed.</summary>
    /// <value>Above 0; logistic and Gompertz.</value>
    public double? B { get; init; }

    /// <summary>Gives the three parameters of a curve in the order p, q, m or m, a, b; refuses what is missing, out of range, or
    /// of no use to the curve.</summary>
    internal (double First, double Second, double Third) Of(DiffusionCurve curve)
    {
        bool bass = curve is DiffusionCurve.Bass or DiffusionCurve.BassDiscrete;
        string of = bass ? "Bass" : curve == DiffusionCurve.Logistic ? "the logistic" : "Gompertz";
        Unused(bass ? A : P, bass ? "a" : "p", of);
        Unused(bass ? B : Q, bass ? "b" : "q", of);
        double all = Require.Positive(Given(M, "m", of), "m");
        if (!bass)
        {
            return (all, Require.Positive(Given(A, "a", of), "a"), Require.Positive(Given(B, "b", of), "b"));
        }

        (double p, double q) = (Require.Positive(Given(P, "p", of), "p"), Require.Between(Given(Q, "q", of), 0, 1000, "q"));
        Require.Between(p, 0, 1000, "p");
        Require.That(curve == DiffusionCurve.Bass || p + q <= 1, "parameters", FormattableString.Invariant(
            $"must have p + q of at most 1 in discrete time, or more adopt than there are; they added up to {p + q}"));
        return (p, q, all);
    }

    private static double Given(double? value, string name, string curve)
    {
        Require.That(value is not null, name, $"must be given for the curve of {curve}; it was missing");
        return value!.Value;
    }

    private static void Unused(double? value, string name, string curve) => Require.That(
        value is null, name, $"must not be given for the curve of {curve}, which does not use it");
}
