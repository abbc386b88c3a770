using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>Which processes firms buy, and to which market they sell.</summary>
/// <param name="Firms">The firms.</param>
/// <param name="Places">The place of each firm; an empty text where it is not known.</param>
/// <param name="Bought">By process: 1 for a firm that has it done by another, 0 for one that does it, NaN where the product does not need it or the firm did not say.</param>
/// <param name="Quality">How far each firm sells to the upper segment, where buyers specify quality; NaN when not known.</param>
public sealed record MakeOrBuySample(
    IReadOnlyList<string> Firms, IReadOnlyList<string> Places, IReadOnlyDictionary<string, double[]> Bought, IReadOnlyList<double> Quality)
{
    /// <summary>Gets what is held equal, by name: one value per firm, NaN when not known.</summary>
    public IReadOnlyDictionary<string, double[]> Controls { get; init; } = new Dictionary<string, double[]>();

    /// <summary>Gives the share of the processes that its product needs which each firm buys, VD of framework 1.4.8.</summary>
    /// <returns>One share per firm; NaN where no process is known.</returns>
    public IReadOnlyList<double> Disintegration() => [.. Firms.Select((_, firm) =>
    {
        double[] known = [.. Bought.Values.Select(answers => answers[firm]).Where(answer => !double.IsNaN(answer))];
        return known.Length == 0 ? double.NaN : known.Count(answer => answer == 1) / (double)known.Length;
    })];

    internal void Check()
    {
        Require.SameLength(Firms.Count, Places.Count, nameof(Places));
        Require.SameLength(Firms.Count, Quality.Count, nameof(Quality));
        foreach ((string name, double[] values) in Bought.Concat(Controls))
        {
            Require.SameLength(Firms.Count, values.Length, name);
        }

        foreach ((string name, IReadOnlyList<double> values) in Controls.Select(control => (control.Key, (IReadOnlyList<double>)control.Value)).Prepend((nameof(Quality), Quality)))
        {
            Require.That(!values.Any(double.IsInfinity), name, "must be finite, or NaN where not known");
        }

        foreach ((string name, double[] values) in Bought)
        {
            Require.That(values.All(value => double.IsNaN(value) || value is 0 or 1), name, "must be 0 (made), 1 (bought) or missing");
        }
    }
}
