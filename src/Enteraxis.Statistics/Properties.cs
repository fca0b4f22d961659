[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Enteraxis.Statistics.Tests")]
