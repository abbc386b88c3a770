using Karkhana.Core.Tables;
using Karkhana.Methods.Experiments;

namespace Karkhana.Tests.Methods.Experiments;

/// <summary>Cases made by rules, for tests.</summary>
internal static class CaseSamples
{
    /// <summary>Gives a sample of columns of numbers named x1, x2, … and an outcome.</summary>
    public static CaseSample Of(double[][] inputs, double[] outcome) => new(
        Table.Of("sample", [.. inputs.Select((values, i) => (Column)Column.Of($"x{i + 1}", values))]), Column.Of("value", outcome));

    /// <summary>Gives 200 cases of four inputs, one of categories, that R can make, too.</summary>
    public static (double[] X1, double[] X2, double[] X3, string[] G, double[] Noise) TwoHundred()
    {
        int[] cases = [.. Enumerable.Range(0, 200)];
        return (
            [.. cases.Select(i => (double)(i * 37 % 101))],
            [.. cases.Select(i => (double)(i * 61 % 97))],
            [.. cases.Select(i => (double)(i * 13 % 10))],
            [.. cases.Select(i => "abcd".Substring(i * 7 % 4, 1))],
            [.. cases.Select(i => i * 29 % 17 / 17.0)]);
    }
}
