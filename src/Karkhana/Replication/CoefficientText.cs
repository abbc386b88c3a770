using System.Globalization;
using System.Text;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Replication;

/// <summary>Writes numbers and names as R reads them.</summary>
internal static class CoefficientText
{
    private const string Constant = "intercept";

    /// <summary>Gives the call of R that makes a table of what Karkhana found.</summary>
    public static string Of(CoefficientTable found, Func<string, string> nameOf) => Of(
        [.. found.Terms.Select(nameOf)],
        ("estimate", found.Estimates), ("std_error", found.StandardErrors), ("df", found.DegreesOfFreedom));

    /// <summary>Gives the same for any columns.</summary>
    public static string Of(IReadOnlyList<string> rows, params (string Name, IReadOnlyList<double> Values)[] columns)
    {
        StringBuilder text = new();
        text.Append("coefficients_of(\"\nterm ").AppendJoin(' ', columns.Select(column => column.Name)).Append('\n');
        for (int row = 0; row < rows.Count; row++)
        {
            text.Append('\'').Append(rows[row]).Append("' ").AppendJoin(' ', columns.Select(column => Number(column.Values[row]))).Append('\n');
        }

        return text.Append("\")").ToString();
    }

    /// <summary>Gives a number with all its digits.</summary>
    public static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "Inf" : double.IsNaN(value) ? "NA" : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Gives a vector of texts.</summary>
    public static string Vector(IEnumerable<string> texts) => $"c({string.Join(", ", texts.Select(text => $"\"{text}\""))})";

    /// <summary>Gives the name of a term, the constant as R calls it.</summary>
    public static string Term(string term, Func<string, string> nameOf) => term == Constant ? "(Intercept)" : nameOf(term);

    /// <summary>Gives a text that R reads as one, whatever names are in it.</summary>
    public static string Quoted(string text) => $"\"{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
