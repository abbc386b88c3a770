using Karkhana.Core.Execution;
using Spectre.Console;

namespace Karkhana.Cli.Output;

/// <summary>Shows progress with time left on standard error when that is a terminal; writes nothing into a
/// log.</summary>
internal static class TerminalProgress
{
    /// <summary>Runs work under progress bars.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="quiet">Whether to show nothing.</param>
    /// <param name="work">The work, told where to report.</param>
    /// <returns>What the work gave.</returns>
    public static T Run<T>(bool quiet, Func<IProgress<RunProgress>?, T> work)
    {
        if (quiet || Console.IsErrorRedirected)
        {
            return work(null);
        }

        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(),
                new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new Bars(context)));
    }

    private sealed class Bars(ProgressContext context) : IProgress<RunProgress>
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<string, ProgressTask> _tasks = new(StringComparer.Ordinal);

        public void Report(RunProgress value)
        {
            lock (_gate)
            {
                if (!_tasks.TryGetValue(value.Stage, out ProgressTask? task))
                {
                    task = context.AddTask(Markup.Escape(value.Stage), maxValue: Math.Max(1, value.Total));
                    _tasks.Add(value.Stage, task);
                }

                task.MaxValue = Math.Max(1, value.Total);
                task.Value = value.Done;
            }
        }
    }
}
