using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.ConventionTests;

/// <summary>What analyzers do not see in the source.</summary>
public sealed class SourceFormTests
{
    private const int MostLines = 330; // a type of at most 300 lines with its usings and comment

    [Fact]
    public void No_file_is_longer_than_a_type_may_be() =>
        Sources().Where(file => File.ReadLines(file).Count() > MostLines).ShouldBeEmpty();

    [Fact]
    public void No_banned_symbol_is_let_through() =>
        Sources().Where(file => File.ReadAllText(file).Contains("RS0030", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void No_file_has_regions_or_is_a_drawer() => Sources()
        .Where(file => File.ReadLines(file).Any(
            line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal))
            || Path.GetFileNameWithoutExtension(file) is { } name
                && (name.EndsWith(
                    "Helper", StringComparison.Ordinal) || name.EndsWith("Helpers", StringComparison.Ordinal)
                    || name.EndsWith(
                        "Manager", StringComparison.Ordinal) || name.EndsWith("Util", StringComparison.Ordinal)
                    || name.EndsWith("Utils", StringComparison.Ordinal)))
        .ShouldBeEmpty();

    [Fact]
    public void Only_the_replicate_engine_and_the_shells_start_threads() => Sources()
        .Where(file => !file.EndsWith("ReplicateEngine.cs", StringComparison.Ordinal)
            && !file.Contains("Karkhana.Cli", StringComparison.Ordinal)
            && (File.ReadAllText(file).Contains("new Thread(", StringComparison.Ordinal)
                || File.ReadAllText(file).Contains("Task.Run(", StringComparison.Ordinal)
                || File.ReadAllText(file).Contains("Parallel.", StringComparison.Ordinal)))
        .ShouldBeEmpty();

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(SharedFolder.RepositoryRoot, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal));
}
