using System.Globalization;
using Karkhana.Core.Errors;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Sums of products of parameters, with standard errors by the delta method.</summary>
internal sealed class DefinedParameters
{
    private readonly (string Name, (double Number, int[] Terms)[] Products)[] _sums;

    private DefinedParameters((string Name, (double Number, int[] Terms)[] Products)[] sums) => _sums = sums;

    public IEnumerable<string> Names => _sums.Select(sum => sum.Name);

    /// <summary>Finds the parameters that the sums are made of.</summary>
    public static DefinedParameters Of(StructuralModel model, IReadOnlyList<StructuralTerm> terms) => new(
        [.. model.Defined.Select(defined => (defined.Key, defined.Value.Select(product => Product(defined.Key, product, terms)).ToArray()))]);

    /// <summary>Gives the sums at given values of all terms.</summary>
    public IEnumerable<double> At(IReadOnlyList<double> values) => _sums.Select(sum => sum.Products.Aggregate(
        0.0, (total, product) => total + product.Terms.Aggregate(product.Number, (partial, term) => partial * values[term])));

    /// <summary>Gives √(g′Vg), g the slopes by the free parameters.</summary>
    public IEnumerable<double> Errors(IReadOnlyList<StructuralTerm> terms, IReadOnlyList<double> values, Matrix<double>? covariance) => _sums.Select(sum =>
    {
        if (covariance is null)
        {
            return double.NaN;
        }

        Vector<double> slopes = Vector<double>.Build.Dense(covariance.RowCount);
        foreach ((double number, int[] places) in sum.Products)
        {
            for (int own = 0; own < places.Length; own++)
            {
                Arrow arrow = terms[places[own]].Arrow;
                if (arrow.IsFree)
                {
                    slopes[arrow.Position] += places.Where((_, other) => other != own).Aggregate(
                        number, (partial, term) => partial * values[term]);
                }
            }
        }

        return Math.Sqrt(Math.Max(0, slopes.DotProduct(covariance * slopes)));
    });

    private static (double Number, int[] Terms) Product(string name, IReadOnlyList<string> factors, IReadOnlyList<StructuralTerm> terms)
    {
        Require.That(factors.Count > 0, "model", $"must define {name} by products of at least one parameter; one was empty");
        double number = 1;
        List<int> places = [];
        foreach (string factor in factors)
        {
            int place = StructuralTerms.Find(terms, factor);
            if (place >= 0)
            {
                places.Add(place);
                continue;
            }

            bool read = double.TryParse(factor, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
            Require.That(read, "model", $"must define {name} by parameters of the model and numbers; {factor} is neither");
            number *= value;
        }

        return (number, [.. places]);
    }
}
