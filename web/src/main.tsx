import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from './api/queries';
import { LanguageProvider } from './i18n/language';
import { makeRouter } from './routes';
import { SavingProvider } from './saving/useSaver';
import './styles.css';

const queryClient = makeQueryClient();
const router = makeRouter(queryClient);

const root = document.getElementById('root');
if (!root) throw new Error('#root is missing');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={queryClient}>
        <SavingProvider>
          <RouterProvider router={router} />
        </SavingProvider>
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);
