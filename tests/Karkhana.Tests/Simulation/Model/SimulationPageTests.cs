using System.Globalization;
using System.Reflection;
using Karkhana.Simulation;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Model;

public sealed class SimulationPageTests
{
    [Fact]
    public void Every_parameter_stands_on_the_page_with_its_default()
    {
        string[] lines = File.ReadAllLines(Path.Combine(SharedFolder.RepositoryRoot, "docs", "framework", "simulation.md"));
        string[] expected = [.. Rows("", new ClusterParameters()).Order(StringComparer.Ordinal)];
        string[] written = [.. lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => string.Join('|', line.Split('|').Take(3)) + "|").Order(StringComparer.Ordinal)];

        written.ShouldBe(expected);
    }

    private static IEnumerable<string> Rows(string prefix, object parameters)
    {
        foreach (PropertyInfo property in parameters.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            object value = property.GetValue(parameters)!;
            if (value is IFormattable number and (double or int))
            {
                yield return $"| `{prefix}{property.Name}` | {number.ToString(null, CultureInfo.InvariantCulture)} |";
            }
            else
            {
                foreach (string row in Rows($"{property.Name}.", value))
                {
                    yield return row;
                }
            }
        }
    }
}
