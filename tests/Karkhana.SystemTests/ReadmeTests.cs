using System.Runtime.CompilerServices;
using Karkhana.Methods.Spatial;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.SystemTests;

/// <summary>What the README shows is what happens.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "README.md"));

    [Fact]
    public void The_example_in_Csharp_is_this_code_and_gives_the_numbers_of_the_table()
    {
#pragma warning disable xUnit1051 // the README shows the shortest call
        // readme-begin
        PointPattern firms = new()
        {
            X = [0, 0.5, 0, 0.6, 5, 5.4],
            Y = [0, 0, 0.4, 0.6, 5, 5],
            Types = ["plough", "plough", "plough", "shop", "shop", "shop"],
            Weights = [10, 5, 5, 20, 10, 50],
        };
        MFunctionResult m = MFunction.Estimate(firms, new MFunctionOptions { Reference = "plough", Distances = [0.45, 1, 10] });
        // readme-end
#pragma warning restore xUnit1051

        Readme.ShouldContain(OwnCode());
        for (int radius = 0; radius < m.Distances.Count; radius++)
        {
            Readme.ShouldContain(FormattableString.Invariant($"| {m.Distances[radius]} | {m.Values[radius]:0.0000} |"));
        }
    }

    [Fact]
    public void The_output_in_the_README_is_what_the_command_prints()
    {
        using TemporaryFolder folder = new();
        (int exit, string output, string errors) = KarkhanaProcess.Run("diagnose", KarkhanaProcess.Punjab, "--out", folder["results"], "--levers", "0"); // what is shown comes before the levers
        exit.ShouldBe(0, errors);

        string shown = Readme.Split("```text\n")[1].Split("```")[0];
        foreach (string line in shown.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("Report:", StringComparison.Ordinal)))
        {
            output.ShouldContain(line.Split('…')[0].TrimEnd());
        }
    }

    [Fact]
    public void Every_link_of_the_README_to_the_repository_leads_somewhere()
    {
        foreach (string link in Readme.Split("](").Skip(1).Select(part => part.Split(')')[0]).Where(link => !link.StartsWith("http", StringComparison.Ordinal)))
        {
            Path.Exists(Path.Combine(SharedFolder.RepositoryRoot, link)).ShouldBeTrue(link);
        }
    }

    private static string OwnCode([CallerFilePath] string file = "")
    {
        string[] lines = File.ReadAllLines(file);
        int begin = Array.FindIndex(lines, line => line.Trim() == "// readme-begin");
        int end = Array.FindIndex(lines, line => line.Trim() == "// readme-end");
        return string.Join('\n', lines[(begin + 1)..end].Select(line => line.Length >= 8 ? line[8..] : line));
    }
}
